from tensorflow.keras import __version__ as VERSION

result = {"TensorFlow 2": VERSION.split(".")[0] >= "2"}
