import numpy as np
import tensorflow as tf

numbers = tf.data.Dataset.range(4)
by_parity = tf.data.experimental.group_by_reducer(
    key_func=lambda x: x % 2,
    reducer=tf.data.experimental.Reducer(
        init_func=lambda key: np.int64(0),
        reduce_func=lambda total, x: total + x,
        finalize_func=lambda total: total,
    ),
)
variant = tf.data.experimental.to_variant(numbers)

result = {
    "group_by_reducer": [int(x) for x in numbers.apply(by_parity)],
    "copy_to_device": [int(x) for x in numbers.apply(tf.data.experimental.copy_to_device("/cpu:0"))],
    "prefetch_to_device": [int(x) for x in numbers.apply(tf.data.experimental.prefetch_to_device("/cpu:0"))],
    "to_variant": [int(x) for x in tf.data.experimental.from_variant(variant, tf.TensorSpec((), tf.int64))],
}
