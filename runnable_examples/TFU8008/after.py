from tensorflow.keras import utils

result = utils.to_categorical([0, 2, 1])
