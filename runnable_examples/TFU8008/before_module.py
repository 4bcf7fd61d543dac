from keras.utils.np_utils import to_categorical

result = to_categorical([0, 2, 1])
