import tensorflow as tf

model = tf.keras.Sequential(
    [
        tf.keras.layers.Dense(2, kernel_initializer="ones", name="one", input_shape=(1,)),
        tf.keras.layers.Dense(1, kernel_initializer="ones", name="two"),
    ]
)
store = {weight.name: weight.numpy() for weight in model.weights}

result = {"stored weights": len(store), "stored numbers": sum(array.size for array in store.values())}
