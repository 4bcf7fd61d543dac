import tensorflow as tf
from tensorflow.python.saved_model.loader_impl import SavedModelLoader

inputs = tf.keras.Input((1,))
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs))
archive = tf.keras.export.ExportArchive()
archive.track(model)
signature = [tf.TensorSpec((None, 1), name="x")]
archive.add_endpoint("run", lambda x: {"y": model(x)}, input_signature=signature)
archive.write_out("served")

with tf.compat.v1.Session(graph=tf.Graph()) as session:  # as a server does
    signature = SavedModelLoader("served").load(session, ["serve"]).signature_def["run"]
    answer = session.run(signature.outputs["y"].name, {signature.inputs["x"].name: [[3.0]]})
result = answer.tolist()
