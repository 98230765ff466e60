-- headline
with reached as (
  select p.*, f.followers
  from social_posts p
  asof join (from followers where followers > 0) f
    on f.source_id = p.source_id and f.network = p.network and f.day <= p.posted_at::date
)
select avg(shares / followers) as value, stddev(shares / followers) as stddev, count(*) as n
from reached
where shares is not null
  and posted_at >= $period_start and posted_at < $period_end

-- trend
with reached as (
  select p.*, f.followers
  from social_posts p
  asof join (from followers where followers > 0) f
    on f.source_id = p.source_id and f.network = p.network and f.day <= p.posted_at::date
)
select
  date_trunc('month', posted_at) as month,
  avg(shares / followers) as value,
  stddev(shares / followers) as stddev,
  count(*) as n
from reached
where shares is not null
  and posted_at >= $period_start and posted_at < $period_end
group by month
order by month

-- breakdown
with reached as (
  select p.*, f.followers
  from social_posts p
  asof join (from followers where followers > 0) f
    on f.source_id = p.source_id and f.network = p.network and f.day <= p.posted_at::date
)
select
  network,
  avg(shares / followers) as value,
  stddev(shares / followers) as stddev,
  count(*) as n
from reached
where shares is not null
  and posted_at >= $period_start and posted_at < $period_end
group by network
order by n desc, network

-- rows
with reached as (
  select p.*, f.followers
  from social_posts p
  asof join (from followers where followers > 0) f
    on f.source_id = p.source_id and f.network = p.network and f.day <= p.posted_at::date
)
select network, post_id, posted_at, shares, followers, impressions
from reached
where shares is not null
  and posted_at >= $period_start and posted_at < $period_end
order by posted_at, network, post_id, shares, followers, impressions

-- headline, per_post
select avg(shares) as value, stddev(shares) as stddev, count(shares) as n
from social_posts
where shares is not null
  and posted_at >= $period_start and posted_at < $period_end
