package plan

import (
	"slices"
	"strings"
)

// TopicCoverage says how far one topic is prepared.
type TopicCoverage struct {
	Topic *Topic
	// Items are the ids of the agenda items in which the topic is discussed,
	// in the order of the programme; an item without a time counts.
	Items []string
	// Questions is how many questions stand under the topic.
	Questions int
	// Speaker says that somebody leads or presents in one of the items.
	Speaker bool
}

// Slot says whether the topic has a place in the programme.
func (c TopicCoverage) Slot() bool { return len(c.Items) > 0 }

// Question says whether there is a question under the topic.
func (c TopicCoverage) Question() bool { return c.Questions > 0 }

// Complete says whether the topic has a slot, a question and a speaker.
func (c TopicCoverage) Complete() bool { return c.Slot() && c.Question() && c.Speaker }

// Coverage gives for each topic whether it has a slot in the programme, a
// question and a speaker, in the order of the topics.
func Coverage(v VisitView) []TopicCoverage {
	programme := v.Programme()
	out := make([]TopicCoverage, 0, len(v.Topics))
	for _, topic := range v.Topics {
		c := TopicCoverage{Topic: topic}
		for _, item := range programme {
			if slices.Contains(item.Topics, topic.ID) {
				c.Items = append(c.Items, item.ID)
				c.Speaker = c.Speaker || item.HasSpeaker()
			}
		}
		for _, q := range v.Questions {
			if q.Topic == topic.ID && strings.TrimSpace(q.Text) != "" {
				c.Questions++
			}
		}
		out = append(out, c)
	}
	return out
}
