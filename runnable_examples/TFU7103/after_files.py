import pathlib

import tensorflow as tf

page = pathlib.Path("page.txt").absolute()
page.write_text("hello")

md5 = "5d41402abc4b2a76b9719d911017c592"
path = tf.keras.utils.get_file("copy.txt", page.as_uri(), file_hash=md5, cache_dir=str(page.parent))

result = {"file": pathlib.Path(path).read_text()}
