import tensorflow as tf

with tf.Graph().as_default() as graph:
    operation = graph.create_op("NoOp", [], [])

result = {"operation": operation.type}
