import tensorflow as tf

words = tf.keras.preprocessing.text.text_to_word_sequence("To be, or not to be")

result = {"words": words}
