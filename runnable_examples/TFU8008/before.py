from keras.utils import np_utils

result = np_utils.to_categorical([0, 2, 1])
