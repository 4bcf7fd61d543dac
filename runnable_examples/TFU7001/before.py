import numpy as np
import tensorflow as tf


def record(model, x, y, loss_function=tf.keras.losses.MeanSquaredError()):
    """Everything that a migration must not change, as a dict of arrays for `np.savez`."""
    start = model.get_weights()
    prediction = model.predict(x, verbose=0)
    with tf.GradientTape() as tape:
        loss = loss_function(y, model(x, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer = tf.keras.optimizers.SGD(learning_rate=0.1)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    numbers = {"x": x, "y": y, "prediction": prediction, "loss": loss.numpy()}
    for i, gradient in enumerate(gradients):
        numbers["gradient %d" % i] = tf.convert_to_tensor(gradient).numpy()
    for i, (old, new) in enumerate(zip(start, model.get_weights())):
        numbers["weight %d" % i] = old
        numbers["weight %d after one step" % i] = new
    model.set_weights(start)
    return numbers


def differences(recorded, model):
    """Give the recorded weights to `model`, record it again, and return the largest difference of each array."""
    model.set_weights([recorded["weight %d" % i] for i in range(len(model.get_weights()))])
    now = record(model, recorded["x"], recorded["y"])
    return {
        name: float(np.max(np.abs(now[name] - recorded[name]))) if name in now else float("inf")
        for name in recorded.files
    }


model = tf.keras.Sequential([
    tf.keras.layers.GRU(3, input_shape=(4, 2)),
    tf.keras.layers.BatchNormalization(),
    tf.keras.layers.Dense(1),
])
found = differences(np.load("recorded.npz"), model)
result = {"arrays compared": len(found), "differ by more than 1e-5": [name for name in found if found[name] > 1e-5]}
