import tensorflow as tf

augment = tf.keras.layers.RandomRotation(0.1)

images = tf.data.Dataset.from_tensor_slices(tf.ones((4, 8, 8, 3)))
batches = images.batch(2).map(lambda batch: augment(batch, training=True))

result = {"shapes": [tuple(batch.shape) for batch in batches]}
