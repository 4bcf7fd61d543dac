import os

import tensorflow as tf

for name in ["cats", "dogs"]:
    os.makedirs(os.path.join("pictures", name), exist_ok=True)
    tf.io.write_file(os.path.join("pictures", name, "1.png"), tf.io.encode_png(tf.zeros((4, 8, 3), tf.uint8)))

data = tf.keras.preprocessing.image_dataset_from_directory("pictures", image_size=(4, 4), smart_resize=True)
result = [list(images.shape) for images, labels in data]
