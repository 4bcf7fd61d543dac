import tensorflow as tf

inputs = tf.keras.Input([2])
outputs = tf.keras.layers.Dense(1)(inputs)
model = tf.keras.Model(inputs, outputs)

graph_def = model.outputs[0].graph.as_graph_def()
result = {"multiplies": any(node.op == "MatMul" for node in graph_def.node)}
