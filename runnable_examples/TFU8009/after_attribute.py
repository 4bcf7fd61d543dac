from tensorflow import keras

keras.utils.get_custom_objects().update({"swish_1": lambda x: x})
result = "swish_1" in keras.utils.get_custom_objects()
