package io.remit.process.steps;

import io.remit.outsourcing.NearByTaking;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code near-by-case.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class NearBySteps {

  /** Takes a part-time collector's answer to a case that is offered near by. */
  @Bean
  FormStep<NearByTaking.Answer> recordNearByAnswer(NearByTaking taking, Forms forms) {
    return forms.ofMatter(NearByTaking.Answer.class, (matter, answer, by) ->
        taking.answer(matter.number(), answer, by));
  }
}
