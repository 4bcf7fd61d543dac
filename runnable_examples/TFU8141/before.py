import tensorflow as tf
from tensorflow.lite.python import schema_py_generated as schema


class Layer(tf.Module):
    def __init__(self):
        super().__init__()
        self.kernel = tf.Variable(tf.ones((64, 32)))

    @tf.function(input_signature=[tf.TensorSpec((1, 64), name="x")])
    def apply(self, x):
        return tf.matmul(x, self.kernel)


layer = Layer()
tf.saved_model.save(layer, "saved", signatures=layer.apply)

converter = tf.lite.TFLiteConverter.from_saved_model("saved")
converter.optimizations = [tf.lite.Optimize.DEFAULT]
model = schema.Model.GetRootAsModel(converter.convert(), 0)
result = {"version of FULLY_CONNECTED": model.OperatorCodes(0).Version()}
