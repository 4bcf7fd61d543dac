"""The code of TF Upgrade Atlas; data flows from registry and lab to website and exports."""
