import tensorflow as tf

labels = tf.data.Dataset.from_tensor_slices([0, 1]).repeat(20)


def label_of(label):
    return label


only_ones = labels.apply(
    tf.data.experimental.rejection_resample(label_of, target_dist=[0.0, 1.0], initial_dist=[0.5, 0.5])
)

result = [int(label) for label, _ in only_ones.take(3)]
