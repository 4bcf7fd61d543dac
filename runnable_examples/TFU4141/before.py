import tensorflow as tf


class Doubled(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec((None,), name="x")])
    def __call__(self, x):
        return 2.0 * x


tf.saved_model.save(Doubled(), "doubled")

model = tf.keras.models.load_model("doubled")
result = model(tf.constant([1.0, 2.0])).numpy().tolist()
