import tensorflow as tf

with tf.Graph().as_default() as graph:
    tf.constant(1.0, name="one")

with tf.Graph().as_default():
    (one,) = tf.import_graph_def(graph.as_graph_def(), name="", return_elements=["one:0"])

result = {"imported": one.name}
