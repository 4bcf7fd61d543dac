from tensorflow.keras.utils import to_categorical

result = to_categorical([0, 2])
