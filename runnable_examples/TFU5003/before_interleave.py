import tensorflow as tf

starts = tf.data.Dataset.from_tensor_slices([10, 20])
numbers = starts.apply(
    tf.data.experimental.parallel_interleave(
        lambda start: tf.data.Dataset.from_tensors(start).repeat(2), cycle_length=2
    )
)

result = [int(x) for x in numbers]
