import tensorflow as tf

traces = []


@tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
def double(x: tf.Tensor):
    traces.append(x)
    return x * 2


doubles = [int(double(number)) for number in (1, 2, 3)]

result = {"doubles": doubles, "traces": len(traces)}
