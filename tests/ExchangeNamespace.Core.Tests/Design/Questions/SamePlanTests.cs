using System.Linq;
using CsCheck;
using ExchangeNamespace.Design;
using ExchangeNamespace.Design.Questions;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Design.Questions;

/// <summary>A design by questions and the same design by parameters have the same plan.</summary>
public class SamePlanTests
{
    [Fact]
    [Trait("Takes", "Long")]
    public void The_plan_of_the_answers_is_that_of_the_parameters() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            RandomDesign design = new(seed);
            PlanResult byParameters = Plans.Try(design.Servers, [.. design.Members.Select(m => (m.Key, m.Value))]);
            Assert.Equal([], byParameters.Faults.Select(f => f.Message));

            DesignInterview finished = Interviews.Begin().To(null, design.Answers);

            Assert.Equal(Interviews.Text(byParameters.Plan!), Interviews.Text(finished.Plan!));
        },
        iter: 300);

    [Fact]
    public void The_file_of_the_answers_reads_to_the_same_plan_again()
    {
        foreach (int seed in Enumerable.Range(0, 20))
        {
            DesignInterview finished = Interviews.Begin().To(null, new RandomDesign(seed).Answers);
            (NamespaceRequest? request, _) = DesignReader.Read(finished.Document, Plans.Today);

            Assert.Equal(Interviews.Text(finished.Plan!), Interviews.Text(NamespacePlanner.Plan(request!).Plan!));
        }
    }
}
