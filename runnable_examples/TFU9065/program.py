import tensorflow as tf

try:
    from ai_edge_litert.interpreter import Interpreter
except ImportError:
    from tflite_runtime.interpreter import Interpreter

model = tf.keras.Sequential([tf.keras.Input([64]), tf.keras.layers.Dense(64)])
converter = tf.lite.TFLiteConverter.from_keras_model(model)
converter.optimizations = [tf.lite.Optimize.DEFAULT]
interpreter = Interpreter(model_content=converter.convert())
interpreter.allocate_tensors()
result = interpreter.get_output_details()[0]["shape"].tolist()
