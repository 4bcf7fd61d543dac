import h5py
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
model.compile("sgd", "mse")
tf.keras.models.save_model(model, "model.h5", include_optimizer=False)

with h5py.File("model.h5", "r") as file:
    compiled = "training_config" in file.attrs

result = {"optimizer in the file": compiled}
