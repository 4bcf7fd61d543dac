"""The ways to load a model that the lab measures: a function each, run inside the release that loads.

`saved` has the `path` of what was saved, the `weights` file that was saved beside a JSON or YAML text, `build()`,
which makes the model anew from the code that made it, and its `custom_objects`. A function gives back a Keras
model, or a function of the list of inputs; its docstring is the title that readers see. `READS` says which of
`ways_to_save.py` each is tried on, `ONLY_FOR` with which models alone it makes a difference.
"""

import json

import tensorflow as tf

READS = {
    "load_model": ["saved_model", "h5", "keras", "tf_saved_model", "export"],
    "load_model_compile_false": ["saved_model", "h5", "keras"],
    "load_model_custom_objects": ["saved_model", "h5", "keras"],
    "load_model_unsafe": ["h5", "keras"],
    "load_weights": ["weights_h5", "weights_keras", "weights_checkpoint", "h5", "keras"],
    "load_weights_by_name": ["weights_h5", "h5"],
    "load_weights_skip_mismatch": ["weights_h5", "weights_keras"],
    "saved_model_load": ["saved_model", "tf_saved_model", "export"],
    "session": ["saved_model", "tf_saved_model", "export"],
    "tfsm_layer": ["saved_model", "tf_saved_model", "export"],
    "restore": ["tf_checkpoint"],
    "read_checkpoint": ["tf_checkpoint", "weights_checkpoint"],
    "model_from_json": ["json"],
    "from_config": ["json"],
    "model_from_yaml": ["yaml"],
    "interpreter": ["tflite"],
}
ONLY_FOR = {
    "load_model_compile_false": "trained",
    "load_model_custom_objects": "custom_objects",
    "load_model_unsafe": "lambda",
}


def load_model(saved):
    """load_model"""
    return tf.keras.models.load_model(saved.path)


def load_model_compile_false(saved):
    """load_model, compile=False"""
    return tf.keras.models.load_model(saved.path, compile=False)


def load_model_custom_objects(saved):
    """load_model, custom_objects"""
    return tf.keras.models.load_model(saved.path, custom_objects=saved.custom_objects)


def load_model_unsafe(saved):
    """load_model, safe_mode=False"""
    return tf.keras.models.load_model(saved.path, safe_mode=False)


def load_weights(saved):
    """build again, load_weights"""
    model = saved.build()
    model.load_weights(saved.path)
    return model


def load_weights_by_name(saved):
    """build again, load_weights by name"""
    model = saved.build()
    model.load_weights(saved.path, by_name=True)
    return model


def load_weights_skip_mismatch(saved):
    """build again, load_weights, skip_mismatch"""
    model = saved.build()
    by_name = {} if saved.path.endswith(".weights.h5") else {"by_name": True}
    model.load_weights(saved.path, skip_mismatch=True, **by_name)
    return model


def saved_model_load(saved):
    """tf.saved_model.load"""
    loaded = tf.saved_model.load(saved.path)
    names = sorted(loaded.signatures["serving_default"].structured_input_signature[1])
    return lambda inputs: loaded.signatures["serving_default"](**dict(zip(names, inputs)))


def session(saved):
    """session of tf.compat.v1"""
    v1 = tf.compat.v1

    def call(inputs):
        with tf.Graph().as_default(), v1.Session() as session:
            signature = v1.saved_model.load(session, ["serve"], saved.path).signature_def["serving_default"]
            names = [signature.inputs[key].name for key in sorted(signature.inputs)]
            wanted = {key: one.name for key, one in signature.outputs.items()}
            return session.run(wanted, {name: value.numpy() for name, value in zip(names, inputs)})

    return call


def tfsm_layer(saved):
    """TFSMLayer"""
    layer = tf.keras.layers.TFSMLayer(saved.path, call_endpoint="serving_default")
    return lambda inputs: layer(inputs[0]) if len(inputs) == 1 else layer(inputs)


def restore(saved):
    """build again, Checkpoint.restore"""
    model = saved.build()
    tf.train.Checkpoint(model=model).restore(saved.path).assert_existing_objects_matched().expect_partial()
    return model


def read_checkpoint(saved):
    """build again, read the checkpoint by hand"""
    model = saved.build()
    reader = tf.train.load_checkpoint(saved.path)
    layers = [layer for layer in model.layers if layer.weights]
    assigned = 0
    for key in reader.get_variable_to_shape_map():
        parts = key.replace("/.ATTRIBUTES/VARIABLE_VALUE", "").split("/")
        parts = parts[1:] if parts[0] == "model" else parts
        if parts[0].startswith("layer_with_weights-") and ".OPTIMIZER_SLOT" not in parts:
            place = layers[int(parts[0].split("-")[1])]
            for name in parts[1:]:
                place = getattr(place, name)
            place.assign(reader.get_tensor(key))
            assigned += 1
    if assigned < len(model.weights):
        raise ValueError("%d of %d weights found in the checkpoint" % (assigned, len(model.weights)))
    return model


def model_from_json(saved):
    """model_from_json, load_weights"""
    with open(saved.path) as file:
        model = tf.keras.models.model_from_json(file.read(), custom_objects=saved.custom_objects)
    model.load_weights(saved.weights)
    return model


def from_config(saved):
    """from_config, load_weights"""
    with open(saved.path) as file:
        config = json.load(file)["config"]
    with tf.keras.utils.custom_object_scope(saved.custom_objects):
        model = type(saved.build()).from_config(config)
    model.load_weights(saved.weights)
    return model


def model_from_yaml(saved):
    """model_from_yaml, load_weights"""
    with open(saved.path) as file:
        model = tf.keras.models.model_from_yaml(file.read(), custom_objects=saved.custom_objects)
    model.load_weights(saved.weights)
    return model


def interpreter(saved):
    """TensorFlow Lite interpreter"""
    interpreter = tf.lite.Interpreter(model_path=saved.path)

    def call(inputs):
        details = sorted(interpreter.get_input_details(), key=lambda one: one["name"])
        for detail, value in zip(details, inputs):
            interpreter.resize_tensor_input(detail["index"], value.shape)
        interpreter.allocate_tensors()
        for detail, value in zip(details, inputs):
            interpreter.set_tensor(detail["index"], value.numpy())
        interpreter.invoke()
        return [interpreter.get_tensor(one["index"]) for one in interpreter.get_output_details()]

    return call
