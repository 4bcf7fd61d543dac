import numpy as np
import tensorflow as tf


class Custom(tf.keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x=x, y=y, y_pred=y_pred)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, y_pred)
        return self.get_metrics_result()


inputs = tf.keras.Input((1,))
model = Custom(inputs, tf.keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)(inputs))
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
x, y = np.full((4, 1), 2.0, "float32"), np.full((4, 1), -1.0, "float32")
logs = model.fit(x, y, verbose=0).history
result = {"weight": model.get_weights()[0], "logged loss": logs["loss"], "logged mae": logs["mae"]}
