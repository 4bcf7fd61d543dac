import tensorflow as tf

numbers = tf.data.Dataset.range(1, 3).map(lambda n: tf.ones([n], tf.int32))
batches = numbers.apply(tf.data.experimental.dense_to_ragged_batch(2))

value = tf.train.Feature(int64_list=tf.train.Int64List(value=[7]))
record = tf.train.Example(features=tf.train.Features(feature={"x": value}))
features = {"x": tf.io.FixedLenFeature([], tf.int64)}
records = tf.data.Dataset.from_tensors([record.SerializeToString()])
parsed = records.apply(tf.data.experimental.parse_example_dataset(features))

result = {
    "ragged": [batch.to_list() for batch in batches],
    "parsed": [batch["x"].numpy() for batch in parsed],
}
