import tensorflow as tf

value = tf.train.Feature(int64_list=tf.train.Int64List(value=[7]))
record = tf.train.Example(features=tf.train.Features(feature={"x": value}))
with tf.io.TFRecordWriter("records.tfrecord") as writer:
    writer.write(record.SerializeToString())

parsed = tf.data.experimental.make_batched_features_dataset(
    "records.tfrecord", 1, {"x": tf.io.FixedLenFeature([], tf.int64)}, num_epochs=1, shuffle=False
)
numbers = tf.data.Dataset.range(4).filter(lambda x: x < 2)
counted = numbers.apply(tf.data.experimental.assert_cardinality(2))

result = {
    "make_batched_features_dataset": [features["x"].numpy() for features in parsed],
    "assert_cardinality": [int(x) for x in counted],
    "get_structure": str(tf.data.experimental.get_structure(numbers).dtype),
}
