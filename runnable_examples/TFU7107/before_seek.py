import pathlib

import tensorflow as tf

pathlib.Path("page.txt").write_text("hello")
file = tf.io.gfile.GFile("page.txt")
file.seek(position=2)

result = {"rest of the file": file.read()}
