from tensorflow.keras.preprocessing.sequence import pad_sequences

result = pad_sequences([[1, 2], [3]], maxlen=3)
