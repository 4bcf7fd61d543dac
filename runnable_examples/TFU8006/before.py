import tensorflow as tf

estimator = tf.estimator.LinearRegressor(
    feature_columns=[tf.feature_column.numeric_column("x")], optimizer="SGD"
)
data = lambda: tf.data.Dataset.from_tensors(({"x": [[1.0]]}, [[1.0]]))
estimator.train(data, steps=1)
result = float(next(estimator.predict(data))["predictions"][0])
