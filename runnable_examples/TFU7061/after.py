import tensorflow as tf

inputs = tf.keras.Input([2])
outputs = tf.keras.layers.Dense(1)(inputs)
model = tf.keras.Model(inputs, outputs)

traced = tf.function(model).get_concrete_function(tf.TensorSpec([None, 2], tf.float32))
graph_def = traced.graph.as_graph_def()
result = {"multiplies": any(node.op == "MatMul" for node in graph_def.node)}
