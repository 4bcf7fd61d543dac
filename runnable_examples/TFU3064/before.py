import tensorflow as tf


class Doubled(tf.keras.losses.Loss):
    def call(self, y_true, y_pred):
        return 2.0 * tf.keras.losses.get("binary_crossentropy")(y_true, y_pred)


model = tf.keras.Sequential([tf.keras.layers.Dense(1, "sigmoid", kernel_initializer="ones", use_bias=False)])
model.compile("sgd", Doubled())
result = model.evaluate(tf.constant([[3.0], [-3.0]]), tf.constant([1.0, 0.0]), verbose=0)
