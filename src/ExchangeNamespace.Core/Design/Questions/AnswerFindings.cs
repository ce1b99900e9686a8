using System.Globalization;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Design.Questions;

/// <summary>Why questions and answers do not come together.</summary>
internal static class AnswerFindings
{
    public static Finding CannotAsk(DesignQuestion question) => Findings.Error(DesignFindingCodes.CannotAsk, question.Key,
        $"'{question.Text}' cannot be asked: the shell is not interactive, or its host does not prompt.",
        "Give the answers with -Answer or through the pipe, in the order of the questions; or state the design with the parameters of "
            + "Get-NamespacePlan.",
        DesignFindingCodes.Rule);

    public static Finding GivenUp(DesignQuestion question, int count) => Findings.Error(DesignFindingCodes.CannotAsk, question.Key,
        $"'{question.Text}' got {count.ToString(CultureInfo.InvariantCulture)} answers that were refused.",
        "Type ? at the question for its form, or give the answers with -Answer.", DesignFindingCodes.Rule);

    public static Finding Missing(DesignQuestion question, int given) => Findings.Error(DesignFindingCodes.AnswerMissing, question.Key,
        $"The answers end before the question '{question.Text}'. Answers given: {given.ToString(CultureInfo.InvariantCulture)}.",
        "Add its answer, or an empty text for its default.", DesignFindingCodes.Rule);

    public static Finding Unused(string answer, int number) => Findings.Error(DesignFindingCodes.AnswerUnused,
        $"Answer[{(number - 1).ToString(CultureInfo.InvariantCulture)}]",
        $"The questions end before answer {number.ToString(CultureInfo.InvariantCulture)}, '{VisibleText.Short(answer)}'. Nothing was "
            + "written.",
        "Take it away, or see with -Verbose which answer went to which question.", DesignFindingCodes.Rule);
}
