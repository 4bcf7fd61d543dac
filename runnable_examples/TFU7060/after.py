import os
import tensorflow as tf

double = tf.function(lambda x: 2 * x)
writer = tf.summary.create_file_writer("logs")
tf.summary.trace_on(graph=True, profiler=True, profiler_outdir="logs")
double(tf.constant(1))
with writer.as_default():
    tf.summary.trace_export("double", step=0)
result = {"profile written": os.path.isdir("logs/plugins/profile")}
