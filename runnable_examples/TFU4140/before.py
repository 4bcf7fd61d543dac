import tensorflow as tf
from tensorflow.python.saved_model.loader_impl import SavedModelLoader


class Service(tf.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    @tf.function(input_signature=[tf.TensorSpec((None, 1), name="x")])
    def run(self, x):
        return {"y": self.model(x)}


inputs = tf.keras.Input((1,))
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs))
service = Service(model)
tf.saved_model.save(service, "served", signatures={"serving_default": service.run})

with tf.compat.v1.Session(graph=tf.Graph()) as session:  # as a server does
    signature = SavedModelLoader("served").load(session, ["serve"]).signature_def["serving_default"]
    answer = session.run(signature.outputs["y"].name, {signature.inputs["x"].name: [[3.0]]})
result = answer.tolist()
