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


model = tf.keras.Sequential([
    tf.keras.layers.GRU(3, input_shape=(4, 2)),
    tf.keras.layers.BatchNormalization(),
    tf.keras.layers.Dense(1),
])
model.set_weights([np.linspace(0.1, 1, w.size).reshape(w.shape) for w in model.get_weights()])
x = np.linspace(-1, 1, 5 * 4 * 2).reshape(5, 4, 2).astype("float32")
y = np.ones((5, 1), "float32")

recorded = record(model, x, y)
np.savez("recorded.npz", **recorded)
result = {"arrays recorded": len(recorded), "loss": float(recorded["loss"])}
