import tensorflow as tf

with tf.Graph().as_default() as graph:
    operation = graph.create_op("NoOp", [], [], compute_shapes=True)

result = {"operation": operation.type}
