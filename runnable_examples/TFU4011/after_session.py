import numpy as np
import tensorflow as tf

x = np.array([[1.0, 2.0]], "float32")
with tf.Graph().as_default(), tf.compat.v1.Session() as session:
    model = tf.compat.v1.saved_model.load(session, ["serve"], "saved_model")
    signature = model.signature_def["serving_default"]
    (source,), (target,) = signature.inputs.values(), signature.outputs.values()
    prediction = session.run(target.name, {source.name: x})

result = {"prediction": prediction}
