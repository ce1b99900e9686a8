using System.IO;
using System.Linq;
using ExchangeNamespace.Fuzzing;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Fuzzing;

/// <summary>The inputs that fuzzing begins with, and those that it found, keep every promise of their reader.</summary>
public class FuzzInputTests
{
    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_input_keeps_the_promises(string name)
    {
        FuzzTarget target = FuzzTargets.All.Single(t => t.Name == name);
        string[] inputs = [.. target.Inputs(SharedData.RepositoryRoot())];
        Assert.NotEmpty(inputs);
        Assert.All(inputs, i => target.Read(File.ReadAllBytes(i)));
    }

    [Fact]
    public void Each_folder_of_inputs_belongs_to_a_target() => Assert.Equal(
        FuzzTargets.All.Select(t => t.Name).Order(),
        Directory.EnumerateDirectories(Path.Combine(SharedData.RepositoryRoot(), "tests", "ExchangeNamespace.Fuzzing", "Corpus"))
            .Select(f => Path.GetFileName(f)!).Order());
}
