import tensorflow as tf


class Tens(tf.keras.utils.Sequence):
    def __len__(self):
        return 3

    def __getitem__(self, index):
        return 10 * index


tens = Tens()
result = [tens[index] for index in range(len(tens))]
