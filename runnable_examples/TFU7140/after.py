import os
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer


class Storage(BaseHTTPRequestHandler):  # stands for S3, which the lab cannot reach
    def do_HEAD(self):
        self.send_response(200)
        self.send_header("Content-Length", "5")
        self.end_headers()

    def log_message(self, *args):
        pass


server = HTTPServer(("127.0.0.1", 0), Storage)
threading.Thread(target=server.serve_forever, daemon=True).start()
os.environ.update(S3_ENDPOINT=f"127.0.0.1:{server.server_port}", S3_USE_HTTPS="0", AWS_REGION="us-east-1")
os.environ.update(AWS_ACCESS_KEY_ID="key", AWS_SECRET_ACCESS_KEY="secret")

address = f"http://{os.environ['S3_ENDPOINT']}/bucket/data.txt"  # boto3 does this, with a signature
result = urllib.request.urlopen(urllib.request.Request(address, method="HEAD")).status == 200
