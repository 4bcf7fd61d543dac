import os
import pathlib
import zipfile

import tensorflow as tf

with zipfile.ZipFile("photos.zip", "w") as archive:
    archive.writestr("photos/cat.txt", "meow")
origin = pathlib.Path("photos.zip").absolute().as_uri()

path = tf.keras.utils.get_file("photos.zip", origin, extract=True, cache_dir=os.getcwd())

folder = os.path.join(os.path.dirname(path), "photos")
result = {"files": sorted(os.listdir(folder))}
