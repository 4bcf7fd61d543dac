import tensorflow as tf

operator = tf.linalg.LinearOperatorDiag([1.0, 2.0])

result = {"made of": [tf.convert_to_tensor(operator.parameters["diag"]).numpy()]}
