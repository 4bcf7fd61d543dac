from tensorflow_core.python.keras.utils.np_utils import to_categorical

result = to_categorical([0, 2])
