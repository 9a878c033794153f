package illustration

// pose is a skeleton seen from the side and a little from the front, looking
// right. It is counted in body heights from the point on the ground below the
// hips, y upwards.
type pose struct {
	hip, neck, head     pt
	nearElbow, nearHand pt
	farElbow, farHand   pt
	nearKnee, nearFoot  pt
	farKnee, farFoot    pt
}

var standing = pose{
	hip: pt{0, .5}, neck: pt{.005, .82}, head: pt{.012, .915},
	nearElbow: pt{-.05, .655}, nearHand: pt{.0, .52}, farElbow: pt{.06, .66}, farHand: pt{.085, .53},
	nearKnee: pt{-.015, .27}, nearFoot: pt{-.025, .01}, farKnee: pt{.03, .27}, farFoot: pt{.04, .02},
}

var walking = pose{
	hip: pt{0, .5}, neck: pt{.025, .82}, head: pt{.04, .912},
	nearElbow: pt{-.075, .67}, nearHand: pt{-.06, .53}, farElbow: pt{.095, .68}, farHand: pt{.15, .57},
	nearKnee: pt{.075, .28}, nearFoot: pt{.12, .015}, farKnee: pt{-.03, .27}, farFoot: pt{-.14, .04},
}

var bending = pose{
	hip: pt{-.1, .49}, neck: pt{.14, .6}, head: pt{.225, .6},
	nearElbow: pt{.17, .42}, nearHand: pt{.24, .27}, farElbow: pt{.2, .44}, farHand: pt{.29, .3},
	nearKnee: pt{-.02, .26}, nearFoot: pt{-.08, .01}, farKnee: pt{.02, .26}, farFoot: pt{.05, .02},
}

var reaching = pose{
	hip: pt{0, .5}, neck: pt{.03, .82}, head: pt{.05, .91},
	nearElbow: pt{.11, .72}, nearHand: pt{.22, .76}, farElbow: pt{.13, .7}, farHand: pt{.24, .68},
	nearKnee: pt{-.01, .27}, nearFoot: pt{-.04, .01}, farKnee: pt{.05, .27}, farFoot: pt{.06, .02},
}

var digging = pose{
	hip: pt{-.04, .49}, neck: pt{.09, .76}, head: pt{.135, .845},
	nearElbow: pt{.09, .58}, nearHand: pt{.2, .52}, farElbow: pt{.17, .6}, farHand: pt{.24, .64},
	nearKnee: pt{-.06, .26}, nearFoot: pt{-.14, .01}, farKnee: pt{.08, .28}, farFoot: pt{.11, .02},
}

var seated = pose{
	hip: pt{0, .27}, neck: pt{.02, .58}, head: pt{.035, .672},
	nearElbow: pt{.05, .42}, nearHand: pt{.17, .36}, farElbow: pt{.09, .43}, farHand: pt{.2, .38},
	nearKnee: pt{.21, .27}, nearFoot: pt{.2, .01}, farKnee: pt{.22, .28}, farFoot: pt{.25, .02},
}

var riding = pose{
	hip: pt{-.02, .56}, neck: pt{.08, .86}, head: pt{.1, .955},
	nearElbow: pt{.13, .7}, nearHand: pt{.28, .62}, farElbow: pt{.16, .72}, farHand: pt{.29, .64},
	nearKnee: pt{.15, .42}, nearFoot: pt{.07, .16}, farKnee: pt{.14, .48}, farFoot: pt{.12, .3},
}

var kicking = pose{
	hip: pt{0, .5}, neck: pt{-.07, .81}, head: pt{-.075, .905},
	nearElbow: pt{-.19, .72}, nearHand: pt{-.27, .62}, farElbow: pt{.06, .69}, farHand: pt{.17, .7},
	nearKnee: pt{-.03, .26}, nearFoot: pt{-.1, .01}, farKnee: pt{.15, .38}, farFoot: pt{.31, .24},
}

var running = pose{
	hip: pt{0, .51}, neck: pt{.07, .81}, head: pt{.1, .9},
	nearElbow: pt{-.04, .66}, nearHand: pt{.07, .58}, farElbow: pt{.15, .67}, farHand: pt{.2, .79},
	nearKnee: pt{-.03, .27}, nearFoot: pt{-.2, .22}, farKnee: pt{.15, .36}, farFoot: pt{.17, .06},
}

var cheering = pose{
	hip: pt{0, .5}, neck: pt{0, .82}, head: pt{.005, .915},
	nearElbow: pt{-.12, .88}, nearHand: pt{-.15, 1.03}, farElbow: pt{.12, .9}, farHand: pt{.14, 1.05},
	nearKnee: pt{-.02, .27}, nearFoot: pt{-.05, .01}, farKnee: pt{.03, .27}, farFoot: pt{.05, .02},
}
