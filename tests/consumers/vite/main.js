import "supranet";
import "supranet/supra-network.css";
