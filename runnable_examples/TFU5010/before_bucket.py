import tensorflow as tf

numbers = tf.data.Dataset.range(4)
by_parity = numbers.apply(
    tf.data.experimental.group_by_window(lambda x: x % 2, lambda key, group: group.batch(2), window_size=2)
)
words = numbers.map(lambda n: tf.ones([n + 1], tf.int32))
buckets = words.apply(
    tf.data.experimental.bucket_by_sequence_length(
        lambda word: tf.shape(word)[0], bucket_boundaries=[3], bucket_batch_sizes=[2, 2]
    )
)
random = tf.data.experimental.RandomDataset(seed=1).take(3)

result = {
    "by parity": [x.numpy() for x in by_parity],
    "buckets": [x.numpy() for x in buckets],
    "random numbers": len(list(random)),
}
