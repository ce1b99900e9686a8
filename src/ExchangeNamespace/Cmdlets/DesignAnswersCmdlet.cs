using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Design.Questions;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Brings questions and answers together: those that were given, or those that a person types.</summary>
public abstract class DesignAnswersCmdlet : NamespaceCmdlet
{
    /// <summary>A person corrects an answer sooner; a pipe that has ended never does.</summary>
    private protected const int MostRefusals = 20;

    /// <summary>Answers the questions with texts that were given; null where one was refused, is missing or is one too many.</summary>
    private protected DesignInterview? Take(DesignInterview interview, IReadOnlyList<string> answers)
    {
        foreach ((string answer, int index) in answers.Select((a, i) => (a, i)))
        {
            if (interview.Question is not { } question)
            {
                WriteFindings([AnswerFindings.Unused(answer, index + 1)]);
                return null;
            }

            WriteVerbose($"{question.Text} {(answer.Trim().Length > 0 ? answer : interview.Default?.Shown)}");
            (DesignInterview? next, IReadOnlyList<InputFault> refused) = interview.Answer(answer);
            WriteFaults(refused);
            if (next is null)
            {
                return null;
            }

            interview = next;
        }

        WriteFindings(interview.Question is { } open ? [AnswerFindings.Missing(open, answers.Count)] : []);
        return interview.Question is null ? interview : null;
    }

    /// <summary>Asks a person; null where the host cannot.</summary>
    private protected DesignInterview? Ask(DesignInterview interview, DesignPrompt prompt)
    {
        Stack<DesignInterview> before = [];
        string note = string.Empty;
        int refusals = 0;
        while (interview.Question is { } question)
        {
            string? text = prompt.Ask(question, interview.Default, note, before.Count > 0)?.Trim();
            note = string.Empty;
            switch (text)
            {
                case null:
                    WriteFindings([AnswerFindings.CannotAsk(question)]);
                    return null;
                case DesignPrompt.Help:
                    note = QuestionHelp.Of(question);
                    continue;
                case DesignPrompt.Back when before.Count > 0:
                    interview = before.Pop();
                    continue;
                default:
                    break;
            }

            (DesignInterview? next, IReadOnlyList<InputFault> refused) = interview.Answer(text);
            if (next is not null)
            {
                before.Push(interview);
                interview = next;
                refusals = 0;
                continue;
            }

            note = RefusalNote.Of(refused);
            if (++refusals >= MostRefusals)
            {
                WriteFindings([AnswerFindings.GivenUp(question, refusals)]);
                return null;
            }
        }

        return interview;
    }
}
