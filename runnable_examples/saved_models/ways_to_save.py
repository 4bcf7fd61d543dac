"""The ways to save a model that the lab measures: a function each, run inside the release that saves.

`model` is what an archetype builds. What a function writes into the current folder under its own name, with
or without a suffix, is what is loaded later; its docstring is the title that readers see.
"""

import tensorflow as tf


def saved_model(model):
    """Keras SavedModel"""
    model.save("saved_model")


def h5(model):
    """HDF5 model"""
    model.save("h5.h5")


def keras(model):
    """Keras file"""
    model.save("keras.keras")


def weights_h5(model):
    """weights in HDF5"""
    model.save_weights("weights_h5.h5")


def weights_keras(model):
    """weights in .weights.h5"""
    model.save_weights("weights_keras.weights.h5")


def weights_checkpoint(model):
    """weights as checkpoint"""
    model.save_weights("weights_checkpoint")


def tf_checkpoint(model):
    """tf.train.Checkpoint"""
    optimizer = getattr(model, "optimizer", None)
    parts = {"model": model, "optimizer": optimizer} if optimizer else {"model": model}
    tf.train.Checkpoint(**parts).save("tf_checkpoint")


def tf_saved_model(model):
    """SavedModel of tf.saved_model.save"""
    tf.saved_model.save(model, "tf_saved_model")


def export(model):
    """exported SavedModel"""
    model.export("export")


def json(model):
    """JSON and weights"""
    with open("json.json", "w") as file:
        file.write(model.to_json())


def yaml(model):
    """YAML and weights"""
    with open("yaml.yaml", "w") as file:
        file.write(model.to_yaml())


def tflite(model):
    """TensorFlow Lite"""
    with open("tflite.tflite", "wb") as file:
        file.write(tf.lite.TFLiteConverter.from_keras_model(model).convert())
