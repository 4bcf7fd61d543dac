import tensorflow as tf


def pairs():
    yield [1.0, 2.0]
    yield [3.0, 4.0]


dataset = tf.data.Dataset.from_generator(pairs, output_types=tf.float32)
dataset = dataset.batch(2)

result = {
    "shape of a batch": str(dataset.element_spec.shape),
    "first batch": next(iter(dataset)),
}
